using System.Diagnostics;
using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;
using Gatehouse.Storage.Sqlite;
using SQLitePCL;

namespace Gatehouse.Storage.Tests.Crash;

/// <summary>What the child process does until it is killed.</summary>
internal static class Child
{
    public const string Verb = "child";

    public static async Task<int> RunAsync(string task, string path, string[] values)
    {
        using var stores = Stores.Sqlite(path);
        switch (task)
        {
            case "work":
                Say("starting");
                await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WorkAsync(stores)));
                break;
            case "count":
                Say((await stores.Connections.ListAsync(Sample.Alice.Key, default)).Count.ToString("D", null));
                break;
            default:
                await DieInAsync(task, stores, values[0]);
                break;
        }

        return 0;
    }

    /// <summary>Signs in, redeems, rotates and revokes until it is killed, and says what was acknowledged.</summary>
    private static async Task WorkAsync(Stores stores)
    {
        for (var round = 0; round < int.MaxValue; round++)
        {
            var made = await stores.SignInAsync(default, client: Sample.Hex(), credential: Sample.Credential());
            Say($"connected {made.Connection.Id} {made.Code!.Hash}");
            var token = (await stores.RedeemAsync(made.Code, default)).Hash;
            Say($"redeemed {made.Code.Hash} {token}");
            for (var i = 0; i < 5; i++)
            {
                var successor = Sample.Hash();
                await stores.Tokens.TryRotateAsync(token, successor, [1], Sample.Now, Sample.Now.AddDays(30), default);
                Say($"rotated {token} {successor}");
                token = successor;
            }

            if (round % 3 == 0)
            {
                await stores.Connections.RevokeAsync(made.Connection.Id, Sample.Now, Sample.Audit(), default);
                Say($"revoked {made.Connection.Id} {token}");
            }
        }
    }

    /// <summary>Does one step and dies when all of it is written but not committed.</summary>
    private static async Task DieInAsync(string step, Stores stores, string value)
    {
        var transaction = TransactionId.TryParse(value, out var id)
            ? await stores.Transactions.FindAsync(id, Sample.Now, default)
            : null;
        var code = value.Length == 43 ? await stores.Tokens.FindCodeAsync(TokenHash.FromStore(value), default) : null;
        await stores.Database.WriteAsync(Arm, default);
        await (
            step switch
            {
                "sign-in" => stores.Connections.ConnectAsync(
                    Sample.SignIn(transaction!, credential: Sample.Credential()),
                    default
                ),
                "redeem" => stores.RedeemAsync(code!, default),
                "rotate" => (Task)
                    stores.Tokens.TryRotateAsync(
                        TokenHash.FromStore(value),
                        Sample.Hash(),
                        [1],
                        Sample.Now,
                        Sample.Now.AddDays(30),
                        default
                    ),
                "revoke" => stores.Connections.RevokeAsync(ConnectionId.Of(value), Sample.Now, Sample.Audit(), default),
                _ => throw new ArgumentException($"There is no step {step}.", nameof(step)),
            }
        );
    }

    /// <summary>The hook is called in the commit of the group that sets it, and kills in that of the next.</summary>
    private static int Arm(SqliteSession session)
    {
        var armed = false;
        raw.sqlite3_commit_hook(
            session.Connection.Handle,
            _ =>
            {
                if (armed)
                {
                    Process.GetCurrentProcess().Kill();
                }

                armed = true;
                return 0;
            },
            null
        );
        return 0;
    }

    /// <summary>The full stop tells a whole line from one that was cut.</summary>
    private static void Say(string line) => Console.Out.WriteLine(line + " .");
}
