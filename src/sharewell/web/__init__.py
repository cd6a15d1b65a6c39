"""The pages: a door. No rule, no law and no permission lives here; the words of a question belong to its fact."""
