using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Files;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>The Deck app.</summary>
internal static class DeckApp
{
    public const string Read = "deck.read";
    public const string Write = "deck.write";

    public static NextcloudApp App { get; } =
        new("deck", "Deck")
        {
            Requires = "deck",
            Scopes =
            [
                new(Read, "Deck", "Read boards", "List, search and read your Deck boards and cards."),
                new(
                    Write,
                    "Deck",
                    "Change boards",
                    "Create, change, move and delete Deck boards, lists and cards, comment on them and attach files, which includes reading them."
                ),
            ],
            Json = DeckToolsJson.Default,
            Add = (server, json) =>
            {
                FilesApp.AddServices(server.Services);
                server.Services.TryAddSingleton<BoardsClient>();
                server.Services.TryAddSingleton<BoardPartsClient>();
                server.Services.TryAddSingleton<CardsClient>();
                server.Services.TryAddSingleton<CardCommentsClient>();
                server.Services.TryAddSingleton<CardAttachmentsClient>();
                _ = server
                    .WithAppTools<DeckReadTools>(json)
                    .WithAppTools<CardTools>(json)
                    .WithAppTools<CardPartTools>(json)
                    .WithAppTools<BoardTools>(json);
            },
        };
}
