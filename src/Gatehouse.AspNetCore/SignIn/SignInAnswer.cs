namespace Gatehouse.AspNetCore.SignIn;

/// <summary>RFC 6749 §4.1.2: what the browser brought back to the callback. Each parameter once; a request with a repeated one never gets here.</summary>
/// <param name="Parameters">By name: <c>state</c>, <c>code</c>, <c>iss</c>, <c>error</c>…</param>
public sealed record SignInAnswer(IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Never the code.</summary>
    public override string ToString() => $"SignInAnswer {string.Join(", ", Parameters.Keys)} ***";
}
