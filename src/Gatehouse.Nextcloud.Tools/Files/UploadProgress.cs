using ModelContextProtocol;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>Tells the client how much of a file arrived.</summary>
internal sealed class UploadProgress(IProgress<ProgressNotificationValue> progress, long total) : IProgress<long>
{
    public void Report(long value) =>
        progress.Report(
            new()
            {
                Progress = value,
                Total = total,
                Message = "Writing the file",
            }
        );
}
