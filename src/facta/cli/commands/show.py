"""`facta show`: one page for a person."""

import click

from facta.cli import options
from facta.read.raw import Options


@click.command(short_help="One page for a person, with actors, quotations and events marked.")
@options.sources
@click.option("--no-comments", is_flag=True, help="Leave the readers' thread out.")
@click.option("--svg", metavar="FILE", type=options.FILE, help="Also save what is shown as a picture.")
def command(*, sources: tuple[str, ...], given: Options, no_comments: bool, svg: str | None) -> int:
    """Show pages as facta reads them: marked paragraphs, who did what, who said what, the thread as a tree. A
    SOURCE is what facta code takes.

    \b
    facta show page.html
    facta show - --outlet "Daily News" --published 2018-04-03 < pasted.txt
    """
    from facta.cli import output, page
    from facta.cli.run import Run
    from facta.pipeline import outcomes

    if svg:
        output.check_picture(svg)
    run = Run(outcomes(sources, options=given, comments=not no_comments))
    screen = output.console(record=bool(svg))
    for reading, _ in run.good():
        screen.print(output.Harmless(page.page(reading)))
    if svg:
        output.save_picture(screen, svg)
    return run.exit_code
