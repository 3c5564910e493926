namespace Gatehouse.DemoCloud.Samples;

/// <summary>One file of a sample home.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">What it holds.</param>
/// <param name="DaysOld">How long ago it was last changed.</param>
/// <param name="IsFavorite">Whether it has a star.</param>
/// <param name="IsDeleted">Whether it lies in the trash bin.</param>
internal sealed record SampleFile(
    string Path,
    byte[] Bytes,
    int DaysOld,
    bool IsFavorite = false,
    bool IsDeleted = false
)
{
    public static SampleFile Of(string path, int daysOld, string text, bool isFavorite = false) =>
        new(path, System.Text.Encoding.UTF8.GetBytes(text), daysOld, isFavorite);
}
