using Gatehouse.Nextcloud.Calendar.Events;
using ModelContextProtocol;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Tells a client how far an import is.</summary>
internal sealed class ImportProgressReport(IProgress<ProgressNotificationValue> client) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => client.Report(new() { Progress = value.Done, Total = value.Total });
}
