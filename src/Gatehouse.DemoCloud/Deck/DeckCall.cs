using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>A request to Deck: who, when, and what was sent.</summary>
internal sealed record DeckCall(DeckState State, Person Me, DateTimeOffset Time, HttpContext Context, JsonObject Body)
{
    public long Now => Time.ToUnixTimeSeconds();

    public long Id(string name) => long.Parse((string)Context.Request.RouteValues[name]!, CultureInfo.InvariantCulture);

    public string? Text(string name) =>
        Body[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public int? Number(string name) =>
        Body[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? (int)value.GetValue<double>()
            : null;

    public bool? Flag(string name) =>
        Body[name] is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? value.GetValue<bool>()
            : null;

    /// <summary>What is wrong with a text that must be there, in the real one's words.</summary>
    public string? Wrong(string name, int longest) =>
        string.IsNullOrEmpty(Text(name)) ? $"{name} must be provided and must be not empty"
        : Text(name)!.Length > longest ? $"{name} cannot be longer than {longest} characters "
        : null;

    /// <summary>The board of the address, if this person may do something with it.</summary>
    public DeckBoard? Board(Func<DeckMember, bool> right) =>
        State.Board(Id("board")) is { } board && State.May(Me, board, right) ? board : null;

    /// <summary>The card of the address; those of board and list are not looked at.</summary>
    public DeckCard? Card(Func<DeckMember, bool> right) =>
        State.Card(Id("card")) is { } card && State.BoardOf(card) is { } board && State.May(Me, board, right)
            ? card
            : null;
}
