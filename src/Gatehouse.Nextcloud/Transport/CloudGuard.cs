using Gatehouse.Nextcloud.Errors;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>
/// Keeps one cloud from being asked again with credentials it refuses. Nextcloud counts failed attempts per address and, after ten,
/// answers everybody behind that address with 429: one revoked app password would lock out all people of this server.
/// <list type="bullet">
/// <item>A 401 parks the credential version at once; it is tried once more after 60 s, and retired when refused again.</item>
/// <item>Three people parked within 60 s look like a user back end that is down: calls to the cloud are suspended, nothing is retired,
/// and one call at a time tries whether it is back (after 60 s, then doubling up to 10 min).</item>
/// </list>
/// </summary>
internal sealed class CloudGuard(
    CloudAddress cloud,
    TimeProvider time,
    ILogger logger,
    Func<NextcloudLogin, Task<CredentialVerdict>> probe,
    Action<NextcloudLogin> retire
) : IDisposable
{
    private const int PeopleThatSuspend = 3;
    private const int MaxRetired = 10_000;
    private static readonly TimeSpan parking = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan longestSuspension = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Dictionary<CredentialVersion, ParkedCredential> parked = [];
    private readonly HashSet<CredentialVersion> retired = [];
    private readonly Queue<CredentialVersion> retiredInOrder = new();
    private readonly Dictionary<string, DateTimeOffset> parkedPeople = new(StringComparer.Ordinal);
    private bool othersWait;
    private TimeSpan suspension;
    private DateTimeOffset nextTrial;

    private bool IsSuspended => suspension > TimeSpan.Zero;

    /// <summary>Lets a call through or throws, without the cloud hearing of it.</summary>
    public void Enter(NextcloudLogin login, CloudRequest request)
    {
        lock (gate)
        {
            if (retired.Contains(login.Credential))
                throw new NextcloudException(GuardErrors.Retired(request));
            if (parked.TryGetValue(login.Credential, out var entry))
                throw new NextcloudException(GuardErrors.Parked(request, Remaining(entry.ProbeAt)));
            if (IsSuspended && !request.IsIdentityCall && !TakeTrial())
            {
                othersWait = true;
                throw new NextcloudException(GuardErrors.Suspended(request, Remaining(nextTrial)));
            }
        }
    }

    /// <summary>Takes note of what an answer said about the credential.</summary>
    public void Report(NextcloudLogin login, CredentialVerdict verdict)
    {
        lock (gate)
        {
            if (verdict == CredentialVerdict.Accepted)
                Resume();
            else if (
                verdict == CredentialVerdict.Refused
                && !parked.ContainsKey(login.Credential)
                && !retired.Contains(login.Credential)
            )
                Park(login);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var entry in parked.Values)
                entry.Timer.Dispose();
            parked.Clear();
        }
    }

    private void Park(NextcloudLogin login)
    {
        Log.Parked(logger, login.Credential, cloud);
        Arm(login);

        var now = time.GetUtcNow();
        parkedPeople[login.LoginName] = now;
        foreach (var (person, at) in parkedPeople.ToArray())
        {
            if (now - at > parking)
                parkedPeople.Remove(person);
        }

        if (parkedPeople.Count < PeopleThatSuspend || IsSuspended)
            return;

        Log.Suspended(logger, parkedPeople.Count, cloud);
        suspension = parking;
        nextTrial = now + suspension;
    }

    private void Arm(NextcloudLogin login)
    {
        if (parked.Remove(login.Credential, out var previous))
            previous.Timer.Dispose();

        var timer = time.CreateTimer(_ => Probe(login), state: null, parking, Timeout.InfiniteTimeSpan);
        parked[login.Credential] = new ParkedCredential(login, time.GetUtcNow() + parking, timer);
    }

    /// <summary>A timer cannot wait; what can go wrong in the try is caught in it.</summary>
    private void Probe(NextcloudLogin login) => _ = ProbeAsync(login);

    private async Task ProbeAsync(NextcloudLogin login)
    {
        bool mayTry;
        lock (gate)
        {
            if (!parked.ContainsKey(login.Credential))
                return;
            // A credential nobody refused tells more about the cloud than one that was: it goes first when somebody asks.
            mayTry = !IsSuspended || (!othersWait && TakeTrial());
        }

        var verdict = CredentialVerdict.Unknown;
        try
        {
            if (mayTry)
                verdict = await probe(login);
        }
        catch (Exception exception)
        {
            // Nobody waits for this task: whatever went wrong, the credential must be tried again and not stay parked for ever.
            Log.ProbeFailed(logger, exception, login.Credential, cloud);
        }

        if (Settle(login, verdict))
            retire(login);
    }

    /// <summary>Decides what the second try means.</summary>
    /// <returns>Whether the credential was retired.</returns>
    private bool Settle(NextcloudLogin login, CredentialVerdict verdict)
    {
        lock (gate)
        {
            if (!parked.ContainsKey(login.Credential))
                return false;

            if (verdict == CredentialVerdict.Unknown || (verdict == CredentialVerdict.Refused && IsSuspended))
            {
                Arm(login);
                return false;
            }

            if (parked.Remove(login.Credential, out var entry))
                entry.Timer.Dispose();

            if (verdict == CredentialVerdict.Accepted)
            {
                Log.Accepted(logger, login.Credential, cloud);
                parkedPeople.Remove(login.LoginName);
                Resume();
                return false;
            }

            Log.Retired(logger, login.Credential, cloud);
            retired.Add(login.Credential);
            retiredInOrder.Enqueue(login.Credential);
            if (retiredInOrder.Count > MaxRetired)
                retired.Remove(retiredInOrder.Dequeue());
            return true;
        }
    }

    private bool TakeTrial()
    {
        var now = time.GetUtcNow();
        if (now < nextTrial)
            return false;

        suspension = suspension + suspension > longestSuspension ? longestSuspension : suspension + suspension;
        nextTrial = now + suspension;
        return true;
    }

    private void Resume()
    {
        if (!IsSuspended)
            return;

        suspension = TimeSpan.Zero;
        othersWait = false;
        parkedPeople.Clear();
        Log.Resumed(logger, cloud);
    }

    private TimeSpan Remaining(DateTimeOffset at)
    {
        var left = at - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
