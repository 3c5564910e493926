namespace Gatehouse.DemoCloud.Samples;

/// <summary>Bob is Alice's partner in the carpentry, plays football and repairs bicycles.</summary>
internal static class BobHome
{
    public static IReadOnlyList<SampleFile> Files { get; } =
    [
        SampleFile.Of(
            "Notes/Workshop/To do this week.md",
            0,
            """
            # To do this week

            - [ ] photos of the Weber table for the website
            - [ ] order sandpaper, grit 120 and 240
            - [ ] call the motor dealer about the band saw
            - [x] invoice for the library shelves
            """,
            isFavorite: true
        ),
        SampleFile.Of(
            "Notes/Workshop/Band saw.md",
            4,
            """
            # Band saw

            Motor: 2.2 kW, shaft 24 mm, flange B14. Old one hums and gets hot after ten minutes.

            - Dealer 1: 410, next week
            - Dealer 2: 365, three weeks
            """
        ),
        SampleFile.Of(
            "Notes/Workshop/Spring fair.md",
            12,
            "# Spring fair\n\nStand 14, 9 to 11 April. Bring: two stools, the bench, cards, the coffee machine.\n"
        ),
        SampleFile.Of(
            "Notes/Football/Line-up Sunday.md",
            1,
            "# Line-up Sunday, 10:30 away\n\nGoal: Kofi. Back: Sven, Ali, me. Middle: Tomasz, Jan. Front: Leo.\nKofi brings the oranges.\n"
        ),
        SampleFile.Of(
            "Notes/Football/Team fees.md",
            33,
            "# Team fees\n\nPaid: Kofi, Sven, Tomasz, Leo\nOpen: Ali, Jan (12 each)\n"
        ),
        SampleFile.Of(
            "Notes/Bicycles/Blue tourer.md",
            15,
            "# Blue tourer\n\n- chain worn (0.9), change with the cassette\n- rear rim 622-19, 32 spokes\n- brake cable front\n"
        ),
        SampleFile.Of(
            "Notes/Recipes/Pancakes.md",
            50,
            "# Pancakes\n\n300 g flour, 3 eggs, 500 ml milk, a pinch of salt. Rest for half an hour.\n"
        ),
        SampleFile.Of(
            "Notes/Wifi at the workshop.md",
            100,
            "# Wifi at the workshop\n\nThe router is behind the drying cupboard. Ask Alice for the guest password.\n"
        ),
        SampleFile.Of(
            "Documents/Invoices/2026-041 Library shelves.md",
            6,
            """
            # Invoice 2026-041: shelves for the town library

            14.5 m shelf, beech, at 210 per metre: 3,045

            Payable within 14 days.
            """
        ),
        new SampleFile(
            "Documents/Invoices/2026-041 Library shelves.pdf",
            SamplePdf.Of("Invoice 2026-041: shelves for the town library, 3,045"),
            6
        ),
        SampleFile.Of(
            "Documents/Invoices/Open invoices.csv",
            6,
            "number;customer;sum;due\n2026-041;Town library;3045;2026-12-08\n2026-038;Miller;480;2026-11-20\n"
        ),
        SampleFile.Of(
            "Documents/Website/About us.txt",
            80,
            "Two people, one band saw, and wood from within 50 kilometres.\n"
        ),
        new SampleFile("Photos/Team shirt.png", SamplePng.Of(64, 96, (0x1E, 0x5A, 0x9C)), 45),
    ];
}
