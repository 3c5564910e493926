using System.Text;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Authentication;

/// <summary>Finds out who a request is from.</summary>
internal sealed class Authenticator(
    PersonDirectory people,
    Sessions sessions,
    SignInAttempts attempts,
    DemoCloudFaults faults,
    TimeProvider time
)
{
    public Caller Authenticate(HttpRequest request)
    {
        // The session is asked first and Authorization not read at all when it knows somebody (recordings cookie-jar/06 to 13).
        var session = sessions.Find(request.Cookies[sessions.CookieName]);
        if (session?.Person is { } known && !faults.IsDisabled(known.Id))
        {
            return new Caller(CredentialKind.Session, known, RefusalReason.None)
            {
                Session = session,
                AppPassword = session.AppPassword,
            };
        }

        session ??= sessions.Start();
        var (kind, name, secret) = ReadAuthorization(request);
        var caller = kind switch
        {
            CredentialKind.Basic => ByPassword(name, secret, session),
            CredentialKind.Bearer => ByToken(secret, session),
            _ => new Caller(kind, null, RefusalReason.NoCredential) { Session = session },
        };
        if (caller.Person is { } person)
        {
            session.SignIn(person, caller.AppPassword, time.GetUtcNow());
            person.LoggedIn(time.GetUtcNow().ToUnixTimeSeconds());
        }

        return caller;
    }

    public RefusalReason CheckAccountPassword(string name, string password, out Person? person)
    {
        person = people.Find(name);
        if (attempts.AreTooMany)
        {
            return RefusalReason.TooManyAttempts;
        }

        if (person is null || person.Account.Password != password)
        {
            attempts.Failed(name);
            return RefusalReason.WrongPassword;
        }

        attempts.Succeeded(name);
        return faults.IsDisabled(person.Id) ? RefusalReason.Disabled : RefusalReason.None;
    }

    private static (CredentialKind Kind, string Name, string Secret) ReadAuthorization(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return (CredentialKind.Bearer, "", header[7..].Trim());
        }

        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return (CredentialKind.None, "", "");
        }

        var decoded = new byte[header.Length];
        var pair = Convert.TryFromBase64String(header[6..].Trim(), decoded, out var length)
            ? Encoding.UTF8.GetString(decoded, 0, length)
            : "";
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (CredentialKind.None, "", "") : (CredentialKind.Basic, pair[..colon], pair[(colon + 1)..]);
    }

    private Caller ByPassword(string name, string secret, Session session)
    {
        if (attempts.AreTooMany)
        {
            return new Caller(CredentialKind.Basic, null, RefusalReason.TooManyAttempts) { Session = session };
        }

        if (people.FindByAppPassword(secret, out var appPassword) is { } owner && owner == people.Find(name))
        {
            attempts.Succeeded(name);
            return Admit(CredentialKind.Basic, owner, appPassword, session);
        }

        var refusal = CheckAccountPassword(name, secret, out var person);
        if (refusal == RefusalReason.None && faults.NeedsTwoFactor(person!.Id))
        {
            refusal = RefusalReason.TwoFactorRequired;
        }

        return new Caller(CredentialKind.Basic, refusal == RefusalReason.None ? person : null, refusal)
        {
            Session = session,
        };
    }

    private Caller ByToken(string secret, Session session) =>
        people.FindByAppPassword(secret, out var appPassword) is { } owner
            ? attempts.AreTooMany
                ? new Caller(CredentialKind.Bearer, null, RefusalReason.TooManyAttempts) { Session = session }
                : Admit(CredentialKind.Bearer, owner, appPassword, session)
            : new Caller(CredentialKind.Bearer, null, RefusalReason.UnknownBearer) { Session = session };

    private Caller Admit(CredentialKind kind, Person owner, AppPassword? appPassword, Session session) =>
        faults.IsDisabled(owner.Id)
            ? new Caller(kind, null, RefusalReason.Disabled) { Session = session }
            : new Caller(kind, owner, RefusalReason.None) { Session = session, AppPassword = appPassword };
}
