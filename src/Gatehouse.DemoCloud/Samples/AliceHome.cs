namespace Gatehouse.DemoCloud.Samples;

/// <summary>Alice runs a small carpentry with Bob, and a household with two children.</summary>
internal static class AliceHome
{
    public static IReadOnlyList<SampleFile> Files { get; } =
    [
        SampleFile.Of(
            "Notes/Family/Shopping list.md",
            0,
            """
            # Shopping list

            - [ ] oat milk (2)
            - [ ] eggs
            - [ ] apples for the school lunch
            - [x] coffee beans
            - [ ] birthday candles, Mia turns 8 on Saturday
            """,
            isFavorite: true
        ),
        SampleFile.Of(
            "Notes/Family/Mia's birthday.md",
            2,
            """
            # Mia's birthday, Saturday 15:00

            Guests: Noor, Emil, Jonas, Lena, Grandma Ruth

            - Treasure hunt in the garden, the map is drawn already
            - Cake: lemon, **no nuts** (Emil is allergic)
            - Noor has to be picked up at 18:30
            """
        ),
        SampleFile.Of(
            "Notes/Family/Summer holiday ideas.md",
            21,
            """
            # Summer holiday ideas

            1. Two weeks at the lake, the hut is free from 12 July
            2. By train to Brittany, night train to Paris
            3. Stay home and finally build the tree house

            Budget: at most 2,400 for the four of us.
            """
        ),
        SampleFile.Of(
            "Notes/Recipes/Lentil soup.md",
            40,
            """
            # Lentil soup (serves 4)

            250 g brown lentils · 2 carrots · 1 leek · 1 onion · 1 l stock · 2 tbsp vinegar

            Sweat the vegetables, add lentils and stock, 35 minutes on a low flame. Vinegar at the very end.
            """
        ),
        SampleFile.Of(
            "Notes/Workshop/Customer Weber, kitchen table.md",
            1,
            """
            # Weber, kitchen table

            - Oak, oiled, 220 x 95 cm, eight people
            - Offer sent: 3,150 including delivery
            - Waiting for the word on the legs: steel or oak?
            - Wants it **before Christmas**, so wood must be ordered by the 30th
            """,
            isFavorite: true
        ),
        SampleFile.Of(
            "Notes/Workshop/Meeting with Bob.md",
            3,
            """
            # Meeting with Bob

            **Decided**
            - We take the stand at the spring fair
            - The band saw gets a new motor, not a new saw

            **To do**
            - Alice: ask the bank about the van
            - Bob: photos of the Weber table for the website
            """
        ),
        SampleFile.Of(
            "Notes/Workshop/Wood stock.md",
            8,
            """
            # Wood stock

            | wood | board metres | for |
            | --- | --- | --- |
            | oak | 34 | Weber |
            | ash | 12 | stools |
            | walnut | 4 | - |
            """
        ),
        SampleFile.Of(
            "Notes/Books to read.md",
            60,
            "# Books to read\n\n- The Dispossessed\n- A Pattern Language\n- Moon Tiger\n"
        ),
        SampleFile.Of(
            "Documents/Workshop/Price list 2026.csv",
            30,
            "product;wood;price\nstool;ash;180\nbench;oak;640\nkitchen table;oak;2900\nshelf, per metre;beech;210\n"
        ),
        SampleFile.Of(
            "Documents/Workshop/Price list 2025.csv",
            340,
            "product;wood;price\nstool;ash;165\nbench;oak;590\nkitchen table;oak;2700\n"
        ) with
        {
            IsDeleted = true,
        },
        // What it was before is a version.
        SampleFile.Of(
            "Documents/Workshop/Offers/Offer Weber.md",
            6,
            """
            # Offer 2026-117: kitchen table for the Weber family

            | item | price |
            | --- | --- |
            | table top, ash, 200 x 90 cm, oiled | 1,740 |
            | legs, ash | 480 |
            | **sum** | **2,220** |
            """
        ),
        SampleFile.Of(
            "Documents/Workshop/Offers/Offer Weber.md",
            5,
            """
            # Offer 2026-117: kitchen table for the Weber family

            | item | price |
            | --- | --- |
            | table top, oak, 220 x 95 cm, oiled | 2,350 |
            | legs, oak | 620 |
            | delivery and setting up | 180 |
            | **sum** | **3,150** |

            Valid for 30 days. Delivery six weeks after the order.
            """
        ),
        new SampleFile(
            "Documents/Workshop/Offers/Offer Weber.pdf",
            SamplePdf.Of("Offer 2026-117: kitchen table, oak, 3,150"),
            5
        ),
        SampleFile.Of(
            "Documents/Household/Insurance.txt",
            200,
            "Household insurance\nPolicy 4471-208, renewed every 1 March\nHotline 0800 555 0199\n"
        ),
        SampleFile.Of(
            "Documents/School/Timetable Mia.txt",
            75,
            "Mon 8:00-12:30\nTue 8:00-14:00 (swimming!)\nWed 8:00-12:30\nThu 8:00-14:00\nFri 8:00-12:30\n"
        ),
        new SampleFile("Photos/Workshop logo.png", SamplePng.Of(96, 96, (0x7A, 0x4A, 0x1E)), 90, IsFavorite: true),
        SampleFile.Of(
            "Readme.md",
            120,
            "# Welcome to your files\n\nThis is the demo cloud of Gatehouse. Everything here may be read, changed and deleted by your assistant.\n"
        ),
    ];
}
