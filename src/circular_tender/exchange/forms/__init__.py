"""Forms: what is asked, and how what a form holds becomes a document and a document what a form holds."""
