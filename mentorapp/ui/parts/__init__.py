"""Parts that pages are put together from: strips, chips, panels, rows. They show values and ask nothing."""
