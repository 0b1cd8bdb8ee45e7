"""Turn office files, which are zip files of XML, into their parts: the same way for Word, PowerPoint, Excel and LibreOffice."""
