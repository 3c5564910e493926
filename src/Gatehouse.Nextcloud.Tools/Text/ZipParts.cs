using System.IO.Compression;
using System.Xml;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>
/// The XML parts of a packed document. Pictures and what else is in it are never unpacked; the parts are read as they unpack, so that what
/// a part claims about its size is not trusted.
/// </summary>
internal sealed class ZipParts : IDisposable
{
    private const int MaxParts = 20_000;
    private readonly ZipArchive archive;
    private readonly UnpackLimits limits;

    public ZipParts(Stream file, UnpackLimits limits)
    {
        this.limits = limits;
        archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MaxParts)
            throw new InvalidDataException("It has too many parts.");
    }

    public void Dispose() => archive.Dispose();

    /// <summary>A part, or null when it is not there.</summary>
    public XmlReader? Find(string name)
    {
        var entry = archive.GetEntry(name.TrimStart('/'));
        return entry is null ? null : Read(entry.Open());
    }

    /// <summary>A part that has to be there.</summary>
    public XmlReader Open(string name) => Find(name) ?? throw new InvalidDataException($"The part {name} is missing.");

    private XmlReader Read(Stream part) =>
        XmlReader.Create(
            new ChargedStream(part, read => limits.Charge(read)),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersFromEntities = 1024,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            }
        );
}
