using System.Globalization;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>What a new Deck holds.</summary>
internal static class DeckSamples
{
    private static readonly string[] WelcomeStacks = ["Lists have names", "To Do", "In Progress", "Done"];

    private static readonly string[] WorkStacks = ["Backlog", "In progress", "Review", "Done"];

    private static readonly string[] WelcomeCards =
    [
        "1. What boards and cards are",
        "2. Make a board",
        "3. Add lists and cards",
        "4. Share it",
        "5. Mark what is done",
    ];

    /// <summary>The board the real one gives to everybody at their first visit: four lists, five labels, five cards.</summary>
    public static DeckState Welcome(DeckState state, string person, long now)
    {
        if (state.Visitors.Contains(person))
        {
            return state;
        }

        var (with, board) = BoardEndpoints.Add(state, person, "Welcome to Nextcloud Deck!", "bf678b", now);
        with = Label(with, board.Id, "Read more inside", "CC317C");
        with = WelcomeStacks.Aggregate(with, (one, title) => Stack(one, board.Id, title, now));
        var stacks = with.Stacks.Where(stack => stack.BoardId == board.Id).Select(stack => stack.Id).ToList();
        for (var i = 0; i < WelcomeCards.Length; i++)
        {
            with = Card(
                with,
                new DeckCard(0, stacks[Math.Min(i, stacks.Count - 1)], WelcomeCards[i], person)
                {
                    Description = "A card has a **description** in Markdown.",
                    Type = "text",
                    Order = i,
                    Labels = i == 0 ? [with.LastLabel] : [],
                    LastEditor = person,
                },
                now
            );
        }

        return with with
        {
            Visitors = with.Visitors.Add(person),
        };
    }

    /// <summary>Alice relaunches the website of her firm together with Bob.</summary>
    public static DeckState Company(IReadOnlyList<string> people, DateTimeOffset time)
    {
        var now = time.ToUnixTimeSeconds();
        var state = new DeckState { Visitors = [.. people] };
        if (!people.Contains("alice"))
        {
            return state;
        }

        (state, var board) = BoardEndpoints.Add(state, "alice", "Website relaunch", "0087C5", now);
        state = WorkStacks.Aggregate(state, (one, title) => Stack(one, board.Id, title, now));
        if (people.Contains("bob"))
        {
            state = state with
            {
                Members = state.Members.Add(new DeckMember(1, board.Id, 0, "bob") { Edit = true }),
                LastMember = 1,
            };
        }

        foreach (var (stack, title, text, days, label, user) in Work)
        {
            var users = user is not null && people.Contains(user) ? new[] { user } : [];
            state = Card(
                state,
                new DeckCard(0, stack, title, "alice")
                {
                    Description = text,
                    Duedate = days is { } ahead ? Day(time, ahead) : null,
                    Done = stack == 4 ? Day(time, -1) : null,
                    Labels = label is { } id ? [id] : [],
                    Users = [.. users.Select(one => new DeckAssignment(state.LastAssignment + 1, one))],
                },
                now
            );
            state = state with { LastAssignment = state.LastAssignment + users.Length };
        }

        return state with
        {
            Comments = [new DeckComment(2, 2, "alice", "@bob can you take the photos on Friday?", Day(time, -1))],
            LastComment = 2,
        };
    }

    /// <summary>List, title, text, days until it is due, label, person; ids count from 1.</summary>
    private static IEnumerable<(long Stack, string Title, string Text, int? Days, long? Label, string? User)> Work =>
        [
            (1, "Write the texts of the start page", "- what we do\n- for whom\n- how to reach us", 6, null, "alice"),
            (2, "New photos of the workshop", "Twelve pictures, *landscape*.", 2, 3, "bob"),
            (2, "Choose the typeface", "", 9, null, "bob"),
            (3, "Privacy statement", "Ask the lawyer about the contact form.", 1, 2, "alice"),
            (1, "Newsletter for customers", "After the launch.", null, 4, null),
            (4, "Register the domain", "relaunch.example.com", null, 1, "bob"),
        ];

    private static DeckState Label(DeckState state, long board, string title, string color) =>
        state with
        {
            Labels = state.Labels.Add(new DeckLabel(state.LastLabel + 1, board, title, color)),
            LastLabel = state.LastLabel + 1,
        };

    private static DeckState Stack(DeckState state, long board, string title, long now)
    {
        var order = state.Stacks.Count(stack => stack.BoardId == board);
        return state with
        {
            Stacks = state.Stacks.Add(new DeckStack(state.LastStack + 1, board, title, order) { LastModified = now }),
            LastStack = state.LastStack + 1,
        };
    }

    private static DeckState Card(DeckState state, DeckCard card, long now) =>
        state with
        {
            Cards = state.Cards.Add(card with { Id = state.LastCard + 1, CreatedAt = now, LastModified = now }),
            LastCard = state.LastCard + 1,
        };

    private static string Day(DateTimeOffset time, int days) =>
        time
            .UtcDateTime.Date.AddDays(days)
            .AddHours(16)
            .ToString("yyyy-MM-dd'T'HH:mm:ss+00:00", CultureInfo.InvariantCulture);
}
