using Gatehouse.AspNetCore.Connections;

namespace Gatehouse.Operating;

/// <summary>Everybody who ever connected a client here.</summary>
internal sealed class KnownPeople
{
    private readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> connections = new(StringComparer.Ordinal);

    /// <summary>Reads people out of their connections.</summary>
    /// <param name="all">All connections, oldest first: of two names of a person the newer one counts.</param>
    public KnownPeople(IEnumerable<Connection> all)
    {
        foreach (var connection in all)
        {
            people[connection.Person.Key] = connection.Person;
            connections[connection.Id.Value] = connection.Person;
        }
    }

    /// <summary>Such as <c>Alice Adams (alice)</c>.</summary>
    public static string Describe(Person person) => TerminalText.Of($"{person.DisplayName} ({person.Subject})");

    /// <summary>Who has this key.</summary>
    public Person? Find(string key) => people.GetValueOrDefault(key);

    /// <summary>Whose connection it is.</summary>
    public Person? OfConnection(string id) => connections.GetValueOrDefault(id);

    /// <summary>Is that the key or the name at the sign-in, and not only the display name, which people choose themselves?</summary>
    public static bool IsSure(Person person, string text) =>
        person.Key == text || person.Subject.Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Who has this key, or name at the sign-in, or display name. Names are not unique: there may be several.</summary>
    public IReadOnlyList<Person> Named(string text) =>
        Find(text) is { } exact
            ? [exact]
            :
            [
                .. people.Values.Where(person =>
                    person.Subject.Equals(text, StringComparison.OrdinalIgnoreCase)
                    || person.DisplayName.Equals(text, StringComparison.OrdinalIgnoreCase)
                ),
            ];
}
