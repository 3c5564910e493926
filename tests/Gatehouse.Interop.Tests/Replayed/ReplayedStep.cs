using System.Text.Json.Nodes;
using Gatehouse.Interop.Tests.Compatibility;

namespace Gatehouse.Interop.Tests.Replayed;

/// <summary>
/// One thing a client or its person does: a request (<see cref="Send"/>), a message at the MCP endpoint (<see cref="Mcp"/>), a page it opens
/// (<see cref="Open"/>), time that passes, a revocation, or the name of other steps. Texts may hold <c>{names}</c> of values that were kept.
/// </summary>
internal sealed record ReplayedStep
{
    /// <summary>The column of the compatibility page it belongs to; with <see cref="Use"/>, the column of all steps used, null to leave them theirs.</summary>
    public Step? Does { get; init; }

    /// <summary>The quirk, in words.</summary>
    public string? Why { get; init; }

    /// <summary>Where this request is known from, when it is not the client's source.</summary>
    public string? Source { get; init; }

    /// <summary>Other steps to do here.</summary>
    public string? Use { get; init; }

    /// <summary>Method and address, such as <c>POST {token_endpoint}</c>.</summary>
    public string? Send { get; init; }

    /// <summary>A JSON-RPC message; <c>jsonrpc</c>, <c>id</c>, session and token are added.</summary>
    public JsonObject? Mcp { get; init; }

    /// <summary>The authorization endpoint, opened in a browser with <see cref="Query"/>; the person allows everything.</summary>
    public string? Open { get; init; }

    /// <summary>Parameters of the address. Null leaves one away that a block has.</summary>
    public IReadOnlyDictionary<string, string?>? Query { get; init; }

    /// <summary>Headers of this request alone.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>A body in JSON.</summary>
    public JsonObject? Json { get; init; }

    /// <summary>A body as of a form.</summary>
    public IReadOnlyDictionary<string, string?>? Form { get; init; }

    /// <summary>Lets the clock go on.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>The person ends the connection on the connections page.</summary>
    public bool Revoke { get; init; }

    /// <summary>How often it is sent at the same moment.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>What the answer must be.</summary>
    public ExpectedAnswer Expect { get; init; } = new();

    /// <summary>Values to keep from the answer: name, and member of the JSON, <c>challenge:</c>, <c>header:</c> or parameter of the redirect.</summary>
    public IReadOnlyDictionary<string, string> Keep { get; init; } = new Dictionary<string, string>();

    /// <summary>The same step as part of another column.</summary>
    public ReplayedStep For(ReplayedStep user) => user.Does is null ? this : this with { Does = user.Does };

    /// <summary>What is done, in a few words.</summary>
    public string Words =>
        Revoke ? "the person ends the connection"
        : Wait is { } span ? $"{span} pass"
        : Open is { } endpoint ? $"a browser opens `{endpoint}`"
        : Mcp is { } message ? $"`{(string?)message["method"]}`"
        : $"`{Send}`";

    /// <inheritdoc/>
    public override string ToString() => $"{Does}: {Words}";
}
