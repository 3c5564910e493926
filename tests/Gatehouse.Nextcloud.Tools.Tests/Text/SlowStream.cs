namespace Gatehouse.Nextcloud.Tools.Tests.Text;

/// <summary>A file that lets time pass when it is read.</summary>
internal sealed class SlowStream(byte[] bytes, Action pass) : MemoryStream(bytes, writable: false)
{
    // The other overloads come here: a memory stream that is derived from reads by this one.
    public override int Read(byte[] buffer, int offset, int count)
    {
        pass();
        return base.Read(buffer, offset, count);
    }
}
