using System.Text.Json.Nodes;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>A card and the answer it was read from, with the members nobody here knows.</summary>
internal sealed record ReadCard(Card Card, JsonObject Json);
