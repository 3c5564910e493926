using Gatehouse.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Gatehouse.Operating;

/// <summary>Whom an operator means. Whoever could be somebody else too has to be named by key: nobody ends the connections of the wrong one.</summary>
internal static class PersonArgument
{
    public static Person Read(KnownPeople people, string text) =>
        people.Named(text) switch
        {
            [var person] => person,
            [] => throw Problem(
                $"Nobody who ever connected a client here is called '{TerminalText.Of(text)}'. 'gatehouse connections' lists who is connected."
            ),
            var several => throw Problem([
                $"{several.Count} people are called '{TerminalText.Of(text)}'. Name one by the key:",
                .. several.Select(one => $"  {one.Key}  {KnownPeople.Describe(one)} at {TerminalText.Of(one.Issuer)}"),
            ]),
        };

    private static OptionsValidationException Problem(params IEnumerable<string> lines) =>
        new("", typeof(Person), lines);
}
