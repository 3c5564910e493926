using System.Security.Cryptography;

namespace Gatehouse.DemoCloud.LoginFlow;

/// <summary>The flows that wait. Each lives 20 minutes; a denied one is only forgotten, so a poller cannot tell it from a pending one.</summary>
internal sealed class Flows(TimeProvider time)
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(20);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Flow> byLogin = new(StringComparer.Ordinal);

    public Flow Start(string client)
    {
        var flow = new Flow(NewToken(), NewToken(), client, time.GetUtcNow() + Life);
        lock (gate)
        {
            foreach (var expired in byLogin.Values.Where(IsExpired).ToList())
            {
                _ = byLogin.Remove(expired.LoginToken);
            }

            byLogin[flow.LoginToken] = flow;
        }

        return flow;
    }

    public Flow? Pending(string? loginToken)
    {
        lock (gate)
        {
            return
                loginToken is not null
                && byLogin.TryGetValue(loginToken, out var flow)
                && flow.AppPassword is null
                && !IsExpired(flow)
                ? flow
                : null;
        }
    }

    /// <summary>False when the flow ran out, was denied or granted meanwhile.</summary>
    public bool Grant(Flow flow, string loginName, string appPassword)
    {
        lock (gate)
        {
            if (Pending(flow.LoginToken) is null)
            {
                return false;
            }

            byLogin[flow.LoginToken] = flow with { LoginName = loginName, AppPassword = appPassword };
            return true;
        }
    }

    public void Deny(Flow flow)
    {
        lock (gate)
        {
            _ = byLogin.Remove(flow.LoginToken);
        }
    }

    /// <summary>The granted flow, to one caller only.</summary>
    public Flow? Take(string pollToken)
    {
        lock (gate)
        {
            var flow = byLogin.Values.FirstOrDefault(one => one.PollToken == pollToken);
            return flow is { AppPassword: not null } && !IsExpired(flow) && byLogin.Remove(flow.LoginToken)
                ? flow
                : null;
        }
    }

    private static string NewToken() => RandomNumberGenerator.GetString(Alphabet, 128);

    private bool IsExpired(Flow flow) => time.GetUtcNow() >= flow.Expires;
}
