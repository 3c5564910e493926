using System.Text;
using Gatehouse.Nextcloud.Tools.Html;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>HTML as a person would see it.</summary>
internal sealed class HtmlReader : IDocumentReader
{
    private const int MaxCharacters = 500_000;

    public void Read(Stream file, TextWindow text, UnpackLimits limits)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var buffer = new char[(int)Math.Min(MaxCharacters, file.Length + 1)];
        var read = reader.ReadBlock(buffer);
        limits.Charge(read);
        text.Append(HtmlText.Of(new string(buffer, 0, read)));
    }
}
