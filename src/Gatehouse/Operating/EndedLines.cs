using Gatehouse.AspNetCore.Connections;

namespace Gatehouse.Operating;

/// <summary>What ended, what the server has yet to do about it, and what this does not prevent.</summary>
internal static class EndedLines
{
    public static IEnumerable<string> Of(Person person, EndedPerson ended)
    {
        var who = KnownPeople.Describe(person);
        if (ended is { Connections: [], Accounts: [], Sessions: 0 })
        {
            yield return $"Nothing stood of {who}.";
        }
        else
        {
            yield return $"Ended of {who}:";
            foreach (var connection in ended.Connections)
            {
                yield return ConnectionLines.Of(connection);
            }

            foreach (var account in ended.Accounts)
            {
                yield return $"  linked account {TerminalText.Of(account)}";
            }

            if (ended.Sessions > 0)
            {
                yield return $"  {ended.Sessions} session(s) at the pages";
            }

            yield return "A running server refuses their tokens within a few seconds, and deletes their app passwords at the cloud; one that is stopped does so when it starts.";
        }

        yield return "This keeps nobody from signing in again: take the account away where people sign in.";
    }
}
