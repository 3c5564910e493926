namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>Reads the text of one kind of document.</summary>
internal interface IDocumentReader
{
    /// <summary>Writes the text into the window, and ends when it is full.</summary>
    /// <param name="file">The whole file; it can be searched in, and reading it throws when the time is over.</param>
    /// <param name="text">What is wanted.</param>
    /// <param name="limits">What unpacking is charged to.</param>
    void Read(Stream file, TextWindow text, UnpackLimits limits);
}
