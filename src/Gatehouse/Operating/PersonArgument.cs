using Gatehouse.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Gatehouse.Operating;

/// <summary>Whom an operator means. Whoever could be somebody else too has to be named by key: nobody ends the connections of the wrong one.</summary>
internal static class PersonArgument
{
    /// <summary>Somebody whose connections are to be ended: a display name is not enough for that.</summary>
    public static Person ReadSure(KnownPeople people, string text) =>
        Read(people, text) is var person && KnownPeople.IsSure(person, text)
            ? person
            : throw Problem(
                $"'{TerminalText.Of(text)}' is a display name, which people choose themselves. If you mean this one, name them by the key:",
                Line(person)
            );

    /// <summary>Somebody to look up.</summary>
    public static Person Read(KnownPeople people, string text) =>
        people.Named(text) switch
        {
            [var person] => person,
            [] => throw Problem(
                $"Nobody who ever connected a client here is called '{TerminalText.Of(text)}'. 'gatehouse connections' lists who is connected."
            ),
            var several => throw Problem([
                $"{several.Count} people are called '{TerminalText.Of(text)}'. Name one by the key:",
                .. several.Select(Line),
            ]),
        };

    private static string Line(Person person) =>
        $"  {person.Key}  {KnownPeople.Describe(person)} at {TerminalText.Of(person.Issuer)}";

    private static OptionsValidationException Problem(params IEnumerable<string> lines) =>
        new("", typeof(Person), lines);
}
