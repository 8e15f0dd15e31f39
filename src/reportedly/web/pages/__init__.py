"""One file per page: what it asks, what it tells, how that is made, and a `Page` that ties them together."""
