namespace Gatehouse.DemoCloud.People;

/// <summary>All accounts, found by user id (letter case does not matter, as in the real one) or by an app password.</summary>
internal sealed class PersonDirectory(IReadOnlyList<Person> people) : IDisposable
{
    public IReadOnlyList<Person> All => people;

    public Person? Find(string id) =>
        people.FirstOrDefault(person => person.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    public Person? FindByAppPassword(string secret, out AppPassword? appPassword)
    {
        foreach (var person in people)
        {
            if (person.AppPasswords.Find(secret) is { } found)
            {
                appPassword = found;
                return person;
            }
        }

        appPassword = null;
        return null;
    }

    public void Dispose()
    {
        foreach (var person in people)
        {
            person.Dispose();
        }
    }
}
