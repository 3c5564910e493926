namespace Gatehouse.OAuth.Registration;

/// <summary>A key that vouches for dynamic client identifiers.</summary>
/// <param name="Id">Its name inside the identifier: letters and digits.</param>
/// <param name="Bytes">256 bits.</param>
internal sealed record MacKey(string Id, ReadOnlyMemory<byte> Bytes)
{
    public override string ToString() => $"MacKey {Id} ***";
}
