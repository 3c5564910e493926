using System.Collections.Concurrent;

namespace Gatehouse.DemoCloud.Hosting;

/// <summary>Switches that make the cloud misbehave while it runs. All are safe to use from any thread.</summary>
public sealed class DemoCloudFaults
{
    private readonly Lock gate = new();
    private readonly List<PlannedFault> planned = [];
    private readonly List<DemoCloudGate> gates = [];
    private readonly ConcurrentDictionary<string, bool> disabled = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> disabledApps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> twoFactor = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> locked = new(StringComparer.Ordinal);
    private volatile bool maintenance;
    private volatile bool unreachable;

    /// <summary>Maintenance mode: 503 everywhere, status.php stays 200 and says so.</summary>
    public bool Maintenance
    {
        get => maintenance;
        set => maintenance = value;
    }

    /// <summary>Every connection is cut before an answer.</summary>
    public bool Unreachable
    {
        get => unreachable;
        set => unreachable = value;
    }

    /// <summary>An app is switched off, e.g. <c>notes</c>: it is in no list, and its routes are 404 with an empty HTML body.</summary>
    public void DisableApp(string id) => disabledApps[id] = true;

    /// <summary>It is there again.</summary>
    public void EnableApp(string id) => disabledApps.TryRemove(id, out _);

    /// <summary>Answers the next <paramref name="count"/> requests for which <paramref name="match"/> says yes with <paramref name="fault"/>.</summary>
    public void AnswerNext(int count, Func<DemoCloudRequest, bool> match, DemoCloudFault fault)
    {
        lock (gate)
        {
            planned.Add(new PlannedFault(match, fault, count));
        }
    }

    /// <summary>As above for requests whose path (without the base path) starts with <paramref name="pathPrefix"/>.</summary>
    public void AnswerNext(int count, string pathPrefix, DemoCloudFault fault) =>
        AnswerNext(count, request => request.Path.StartsWith(pathPrefix, StringComparison.Ordinal), fault);

    /// <summary>Holds the next request that matches, before anything looks at it, until the gate is opened.</summary>
    public DemoCloudGate HoldNext(Func<DemoCloudRequest, bool> match)
    {
        var held = new DemoCloudGate(match);
        lock (gate)
        {
            gates.Add(held);
        }

        return held;
    }

    /// <summary>Disables an account: 401 on OCS and apps, 503 on WebDAV, app passwords included.</summary>
    public void DisableUser(string user) => disabled[user] = true;

    /// <summary>Enables it again.</summary>
    public void EnableUser(string user) => disabled.TryRemove(user, out _);

    /// <summary>Two-factor authentication is enforced: the account password is refused on APIs, app passwords go on working.</summary>
    public void RequireTwoFactor(string user) => twoFactor[user] = true;

    /// <summary>Locks a file (path inside the home, e.g. <c>Projects/hello.txt</c>): PUT, GET and DELETE 423, MOVE 500.</summary>
    public void LockFile(string user, string path) => locked[$"{user}/{path.Trim('/')}"] = true;

    /// <summary>Unlocks it.</summary>
    public void UnlockFile(string user, string path) => locked.TryRemove($"{user}/{path.Trim('/')}", out _);

    /// <summary>Takes back every fault and opens every gate.</summary>
    public void Clear()
    {
        Maintenance = Unreachable = false;
        disabledApps.Clear();
        disabled.Clear();
        twoFactor.Clear();
        locked.Clear();
        lock (gate)
        {
            planned.Clear();
            gates.ForEach(held => held.Open());
            gates.Clear();
        }
    }

    internal bool IsAppDisabled(string id) => disabledApps.ContainsKey(id);

    internal bool IsDisabled(string user) => disabled.ContainsKey(user);

    internal bool NeedsTwoFactor(string user) => twoFactor.ContainsKey(user);

    internal bool IsLocked(string user, string path) => locked.ContainsKey($"{user}/{path}");

    internal DemoCloudGate? TakeGate(DemoCloudRequest request)
    {
        lock (gate)
        {
            var held = gates.Find(one => one.Matches(request));
            _ = held is not null && gates.Remove(held);
            return held;
        }
    }

    internal DemoCloudFault? Take(DemoCloudRequest request)
    {
        lock (gate)
        {
            var fault = planned.Find(one => one.Match(request));
            if (fault is not null && --fault.Left <= 0)
            {
                _ = planned.Remove(fault);
            }

            return fault?.Fault;
        }
    }
}
