using System.Text.Json.Nodes;
using Gatehouse.Interop.Tests.Clients;
using Gatehouse.Testing.Browser;

namespace Gatehouse.Interop.Tests;

/// <summary>Two people work at once through one server, and nobody ever sees the other's things.</summary>
public sealed class TwoPeopleTests(RunningDemo demo) : IClassFixture<RunningDemo>
{
    private const int Notes = 10;
    private const int Calls = 100;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sdk-1.32.2", null)]
    [InlineData("client-2.4.0", "2026-07-28")]
    public async Task A_hundred_calls_each_in_parallel_never_cross_over(string name, string? revision)
    {
        using var alice = new Worker(ScriptedPerson.Alice, name, revision, demo);
        using var bob = new Worker(ScriptedPerson.Bob, name, revision, demo);
        await alice.PrepareAsync();
        await bob.PrepareAsync();

        var answers = await Task.WhenAll(alice.CallAsync(), bob.CallAsync());

        alice.Check(answers[0]);
        bob.Check(answers[1]);
    }

    private sealed class Worker(ScriptedPerson who, string name, string? revision, RunningDemo demo) : IDisposable
    {
        private readonly List<long> ids = [];
        private readonly PersonAtBrowser person = new(who);
        private DrivenClient? client;

        public async Task PrepareAsync()
        {
            client = DrivenClient.Start(
                name,
                revision is null ? [demo.Gatehouse.Mcp] : [demo.Gatehouse.Mcp, revision],
                person,
                demo.Secrets
            );
            await client.DoAsync("connect", Stop);
            for (var i = 0; i < Notes; i++)
            {
                var values = new JsonObject { ["title"] = $"{i} of {who.Name}", ["content"] = Text(i) };
                ids.Add((long)(await client.CallAsync("create_note", values, Stop))["id"]!);
            }
        }

        public async Task<JsonArray> CallAsync()
        {
            var calls = Enumerable.Range(0, Calls).Select(Call).ToArray<JsonNode?>();
            return (
                await client!.DoAsync("many", Stop, new JsonObject { ["calls"] = new JsonArray(calls) })
            )!.AsArray();
        }

        public void Check(JsonArray answers)
        {
            Assert.Equal(Calls, answers.Count);
            for (var i = 0; i < Calls; i++)
            {
                if (IsRead(i))
                {
                    Assert.Equal(Text(i % Notes), (string?)answers[i]!["content"]);
                }
                else
                {
                    Assert.Equal(who.Name, (string?)answers[i]!["user"]);
                }
            }
        }

        public void Dispose()
        {
            client?.Dispose();
            person.Dispose();
        }

        private static bool IsRead(int call) => call % 5 != 0;

        private string Text(int note) => $"Only {who.Name} may read note {note}.";

        private JsonObject Call(int call) =>
            IsRead(call)
                ? new()
                {
                    ["name"] = "read_note",
                    ["arguments"] = new JsonObject { ["id"] = ids[call % Notes] },
                }
                : new() { ["name"] = "access", ["arguments"] = new JsonObject() };
    }
}
