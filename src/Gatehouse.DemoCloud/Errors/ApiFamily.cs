namespace Gatehouse.DemoCloud.Errors;

/// <summary>Which part of Nextcloud answers; each has its own way to say that something went wrong.</summary>
internal enum ApiFamily
{
    Page,
    Status,
    Ocs,
    Dav,
    App,
}
