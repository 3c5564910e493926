using System.CommandLine;
using Gatehouse.Nextcloud.Tools.Text.Process;
using Gatehouse.Serving;
using Gatehouse.Verbs;

if (args is [DocumentReader.Verb, var request])
{
    await using var output = Console.OpenStandardOutput();
    await DocumentReaderProgram.RunAsync(request, Console.OpenStandardInput(), output);
    return 0;
}

var root = new RootCommand("Any MCP client signs in. Any identity provider answers. Nextcloud is built in.")
{
    DemoVerb.Command(),
    NextcloudVerb.Command(),
    StdioVerb.Command(),
    LoginVerb.Login(),
    LoginVerb.Logout(),
    ConnectionsVerb.Command(),
    AuditVerb.Command(),
    DoctorVerb.Command(),
};
return await CommandLine.RunAsync(root.Parse(args));
