"""The measurements. Each module has `run(quick)`, which gives plain data, and `page(result)`, which shows it."""
