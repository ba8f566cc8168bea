"""From the text of a reply to a document: folding, masks, languages, sentences, zones."""
