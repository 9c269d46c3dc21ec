# SYNTAX TEST "source.python" "ignore comments are coloured inside Python comments, and nowhere else"

response = requests.get(url)  # patterns: ignore[blocking-http-call] start-up only
#                               ^^^^^^^^ keyword.other.patterns.python
#                                       ^ punctuation.separator.colon.patterns.python
#                                         ^^^^^^ keyword.control.directive.patterns.python
#                                               ^ punctuation.definition.codes.begin.patterns.python
#                                                ^^^^^^^^^^^^^^^^^^ entity.name.type.rule.patterns.python
#                                                                  ^ punctuation.definition.codes.end.patterns.python
#                                                                    ^^^^^^^^^^^^^ comment.line.number-sign.python
#                                                                    ^^^^^^^^^^^^^ - meta.directive.patterns.python

# patterns: ignore[missing-timeout, retry-unbounded] the proxy has a limit of its own
# <- comment.line.number-sign.python punctuation.definition.comment.python
# ^^^^^^^^ keyword.other.patterns.python
#                  ^^^^^^^^^^^^^^^ entity.name.type.rule.patterns.python
#                                 ^ punctuation.separator.codes.patterns.python
#                                   ^^^^^^^^^^^^^^^ entity.name.type.rule.patterns.python

# patterns: file-ignore[fastapi] generated
#           ^^^^^^^^^^^ keyword.control.directive.patterns.python
#                       ^^^^^^^ entity.name.type.rule.patterns.python
#                              ^ punctuation.definition.codes.end.patterns.python
#                                ^^^^^^^^^ - meta.directive.patterns.python

# patterns: disable[resilience]
#           ^^^^^^^ keyword.control.directive.patterns.python
#                   ^^^^^^^^^^ entity.name.type.rule.patterns.python
# patterns: enable[resilience]
#           ^^^^^^ keyword.control.directive.patterns.python
#                  ^^^^^^^^^^ entity.name.type.rule.patterns.python

call()  # noqa: S113  # type: ignore[x]  # patterns: ignore[missing-timeout] TODO measure it
#         ^^^^ - keyword.other.patterns.python
#                             ^^^^^^ - keyword.control.directive.patterns.python
#                                          ^^^^^^^^ keyword.other.patterns.python
#                                                           ^^^^^^^^^^^^^^^ entity.name.type.rule.patterns.python
#                                                                            ^^^^ keyword.codetag.notation.python

#patterns: ignore[blocking-sleep]
#^^^^^^^^ keyword.other.patterns.python
#                 ^^^^^^^^^^^^^^ entity.name.type.rule.patterns.python

# patterns: ignore[Blocking_Sleep, missing-timeout] the first is no code
#                  ^^^^^^^^^^^^^^ invalid.illegal.code.patterns.python
#                                  ^^^^^^^^^^^^^^^ entity.name.type.rule.patterns.python

# patterns: ignore[blocking-sleep
#                  ^^^^^^^^^^^^^^ entity.name.type.rule.patterns.python
call(timeout)
# <---------- - meta.directive.patterns.python

# patterns: ignore without a list
# ^^^^^^^^ - keyword.other.patterns.python
#           ^^^^^^ - keyword.control.directive.patterns.python

# the patterns: ignore[blocking-sleep] of a sentence
#     ^^^^^^^^ - keyword.other.patterns.python

text = "# patterns: ignore[blocking-sleep]"
#         ^^^^^^^^ - keyword.other.patterns.python
#                          ^^^^^^^^^^^^^^ - entity.name.type.rule.patterns.python

"""
# patterns: ignore[blocking-sleep]
"""
call()
# <- - string.quoted.docstring.multi.python

call()  # patterns:ignore [missing-timeout]
#         ^^^^^^^^ keyword.other.patterns.python
#                  ^^^^^^ keyword.control.directive.patterns.python
#                          ^^^^^^^^^^^^^^^ entity.name.type.rule.patterns.python
