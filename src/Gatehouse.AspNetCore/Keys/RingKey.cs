namespace Gatehouse.AspNetCore.Keys;

/// <summary>A key of the ring, open.</summary>
internal sealed record RingKey(string Id, KeyPurpose Purpose, DateTimeOffset CreatedAt, byte[] Bytes)
{
    public override string ToString() => $"{Purpose} key {Id} ***";
}
