using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>The ways to sign in here: those a person may choose from, and the one that links an account to whoever signed in by another.</summary>
internal sealed class SignIns
{
    private readonly Dictionary<string, ISignIn> byName;

    public SignIns(IEnumerable<ISignIn> all, Deployment deployment)
    {
        byName = all.ToDictionary(signIn => signIn.Name, StringComparer.Ordinal);
        Linked = deployment.Options.LinkedSignIn is { } linked
            ? Find(linked) ?? throw new InvalidOperationException($"LinkedSignIn: there is no sign-in named {linked}.")
            : null;
        Offered = [.. byName.Values.Where(signIn => signIn != Linked)];
    }

    /// <summary>What a person may choose from, in the order of the configuration; at least one where there is an authorization server.</summary>
    public IReadOnlyList<ISignIn> Offered { get; }

    /// <summary>The way to link an account; null when none is needed.</summary>
    public ISignIn? Linked { get; }

    /// <summary>Where people sign in, to be read after "at".</summary>
    public string Place =>
        Offered.Count == 1
            ? Offered[0].Place
            : $"{string.Join(", ", Offered.SkipLast(1).Select(signIn => signIn.Title))} or {Offered[^1].Title}";

    public ISignIn? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The offered one of a name; null when none is.</summary>
    public ISignIn? Offering(string? name) => Offered.FirstOrDefault(signIn => signIn.Name == name);

    /// <summary>The offered one for an e-mail address; null when none is meant for its domain.</summary>
    public ISignIn? ForEmail(string email) =>
        email.Split('@') is [{ Length: > 0 }, { Length: > 0 } domain]
            ? Offered.FirstOrDefault(signIn => signIn.EmailDomains.Contains(domain, StringComparer.OrdinalIgnoreCase))
            : null;

    /// <summary>Whose a name and a password are. A linked account is none to come in by.</summary>
    /// <returns>The name of the sign-in that answered, with its answer; null when they are nobody's.</returns>
    public async Task<(string SignIn, SignInStep? Step)> CheckPasswordAsync(
        string name,
        string password,
        CancellationToken cancellationToken
    )
    {
        foreach (var signIn in Offered)
        {
            if (await signIn.CheckPasswordAsync(name, password, cancellationToken) is { } step)
            {
                return (signIn.Name, step);
            }
        }

        return ("", null);
    }

    /// <summary>Where a person ends the session they have at the place they signed in at; null when there is no such address.</summary>
    public async Task<(string Title, string Link)?> FindSignOutAsync(Person person, CancellationToken cancellationToken)
    {
        foreach (var signIn in Offered)
        {
            if (await signIn.FindSignOutAsync(person, cancellationToken) is { } link)
            {
                return (signIn.Title, link);
            }
        }

        return null;
    }

    /// <summary>The one a sign-in is at; null when the person has to choose first, or what was chosen is gone from the configuration.</summary>
    public ISignIn? Of(TransactionContent content) =>
        content switch
        {
            { Identified: not null } => Linked,
            { SignIn: { } name } => Offering(name),
            _ => Offered.Count == 1 ? Offered[0] : null,
        };
}
