using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PimBot.Testing;

/// <summary>A small SMTP server on loopback, which keeps what it takes and can be out of order.</summary>
public sealed class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly ConcurrentQueue<string> commands = new();
    private readonly ConcurrentDictionary<string, string> refusals = new(StringComparer.OrdinalIgnoreCase);
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;

    private FakeMailServer(bool offersTls)
    {
        certificate = offersTls ? SelfSigned() : null;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Takes nobody in: 421 to everyone.</summary>
    public bool IsDown { get; set; }

    /// <summary>What it took, in order.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. mails];

    /// <summary>What clients said outside of mails, in order.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

    /// <summary>The settings of a host that sends through this server without TLS.</summary>
    public IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Mail:From"] = "pimbot@contoso.example",
            ["Mail:DangerouslyWithoutTls"] = "true",
        };

    /// <param name="offersTls">Whether it offers STARTTLS, with a certificate that nobody trusts.</param>
    public static FakeMailServer Start(bool offersTls = false) => new(offersTls);

    /// <summary>Mails that went to this address.</summary>
    public IReadOnlyList<ReceivedMail> To(string address) =>
        [.. mails.Where(mail => mail.To.Contains(address, StringComparer.OrdinalIgnoreCase))];

    /// <summary>Answers every mail to this address so, such as <c>550 no such mailbox</c>; null: takes it again.</summary>
    public void Answers(string address, string? reply)
    {
        if (reply is null)
        {
            refusals.TryRemove(address, out _);
        }
        else
        {
            refusals[address] = reply;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        certificate?.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = ServeAsync(client);
            }
            catch (Exception ended)
                when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await new Session(this, client.GetStream()).RunAsync(stop.Token);
            }
            catch (Exception ended)
                when (ended
                        is IOException
                            or OperationCanceledException
                            or System.Security.Authentication.AuthenticationException
                )
            {
                // The client hung up.
            }
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch.AddYears(50),
            DateTimeOffset.UnixEpoch.AddYears(100)
        );
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private sealed class Session(FakeMailServer server, Stream plain)
    {
        private Stream stream = plain;
        private string from = "";
        private List<string> to = [];

        public async Task RunAsync(CancellationToken cancellation)
        {
            await SayAsync(server.IsDown ? "421 out of order" : "220 fake", cancellation);
            while (!server.IsDown && await ReadAsync(cancellation) is { } line)
            {
                server.commands.Enqueue(line);
                var verb = line.Split(' ')[0].ToUpperInvariant();
                if (verb == "QUIT")
                {
                    await SayAsync("221 bye", cancellation);
                    return;
                }

                await (verb == "DATA" ? TakeAsync(cancellation) : AnswerAsync(verb, line, cancellation));
            }
        }

        private async Task AnswerAsync(string verb, string line, CancellationToken cancellation)
        {
            switch (verb)
            {
                case "EHLO":
                    await SayAsync(
                        server.certificate is null || stream is SslStream
                            ? "250-fake\r\n250 AUTH LOGIN"
                            : "250-fake\r\n250 STARTTLS",
                        cancellation
                    );
                    break;
                case "STARTTLS" when server.certificate is { } certificate:
                    await SayAsync("220 go on", cancellation);
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(certificate);
                    stream = secure;
                    break;
                case "MAIL":
                    (from, to) = (Address(line), []);
                    await SayAsync("250 ok", cancellation);
                    break;
                case "RCPT":
                    var refusal = server.refusals.GetValueOrDefault(Address(line));
                    to.Add(Address(line));
                    await SayAsync(refusal ?? "250 ok", cancellation);
                    break;
                default:
                    await SayAsync("250 ok", cancellation);
                    break;
            }
        }

        private async Task TakeAsync(CancellationToken cancellation)
        {
            await SayAsync("354 go on", cancellation);
            var source = new StringBuilder();
            while (await ReadAsync(cancellation) is { } line && line != ".")
            {
                source.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }

            server.mails.Enqueue(new ReceivedMail(from, to, source.ToString()));
            await SayAsync("250 taken", cancellation);
        }

        private static string Address(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];

        private async Task SayAsync(string line, CancellationToken cancellation) =>
            await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellation);

        private async Task<string?> ReadAsync(CancellationToken cancellation)
        {
            var (line, one) = (new List<byte>(), new byte[1]);
            while (await stream.ReadAsync(one, cancellation) > 0)
            {
                if (one[0] == '\n')
                {
                    return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                }

                line.Add(one[0]);
            }

            return null;
        }
    }
}
