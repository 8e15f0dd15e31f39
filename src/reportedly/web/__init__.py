"""The page: a ledger in the browser, rendered by the server; every address also gives its contents as JSON.

`app.create_app` makes the application; ``reportedly serve`` runs it. A page is one file of `pages` (what it asks, what
it tells, how it is made of a `View`) and one template; `routes` lists them.
"""
