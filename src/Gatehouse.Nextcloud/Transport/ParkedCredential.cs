namespace Gatehouse.Nextcloud.Transport;

/// <summary>A credential that met a 401 and waits to be tried once more.</summary>
internal sealed record ParkedCredential(NextcloudLogin Login, DateTimeOffset ProbeAt, ITimer Timer);
