"""Other people's formats: lists in, read into plans that can be shown before anything is written."""
