"""The measurements. Each module has `run(quick)`, which gives plain data, and `page(result)`, which puts it in a table."""
