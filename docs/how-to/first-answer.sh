#!/bin/sh
# A first answer, where there is no terminal to ask questions in: a child is in danger tonight, and children's social care
# can act. In a terminal, `sharewell ask` asks the questions itself.
exec .venv/bin/sharewell determine --on 2026-11-23 immediate-danger=yes recipient-kind=social-care
