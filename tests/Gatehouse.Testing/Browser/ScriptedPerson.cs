namespace Gatehouse.Testing.Browser;

/// <summary>Somebody with an account at the demo cloud.</summary>
/// <param name="Name">Account name.</param>
/// <param name="Password">Account password.</param>
public sealed record ScriptedPerson(string Name, string Password)
{
    /// <summary>The first person of the demo.</summary>
    public static ScriptedPerson Alice { get; } = new("alice", "alice");

    /// <summary>The second.</summary>
    public static ScriptedPerson Bob { get; } = new("bob", "bob");
}
