"""Drafts as people get them: a draft in Markdown in, a Word file, a PDF or a web page out.

Markdown is read once, into a tree of plain values (`tree`), and each form is written from that tree. Text is data
on the whole way: no writer puts it into anything that is read as code or markup again.
"""
