namespace Gatehouse.Bench.Load;

/// <summary>What a client holds after a sign-in.</summary>
internal sealed record TokenChain(string ClientId, string AccessToken, string RefreshToken)
{
    public override string ToString() => "***";
}
