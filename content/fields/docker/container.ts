import type { Catalogue } from '../../../lib/content/fields.ts'
import { dockerApi } from '../clauses.ts'
import { row } from '../row.ts'

const INSPECT = dockerApi('ContainerInspectResponse')
const STATE = dockerApi('ContainerState')
const HOST = dockerApi('HostConfig')
const DRIVER = dockerApi('DriverData')
const MOUNT = dockerApi('MountPoint')
const NETWORK = dockerApi('NetworkSettings')

/** What docker inspect prints of a container: a list of one. */
export const dockerContainer: Catalogue = [
  row(
    '',
    INSPECT,
    [
      'A list, since docker inspect takes several names.',
      'jq needs .[0] first; without it every path gives null or an error.',
    ],
    [
      '목록이다. docker inspect는 이름을 여럿 받기 때문이다.',
      'jq에서는 .[0]부터 적어야 한다. 빠뜨리면 null이나 오류가 나온다.',
    ],
  ),
  row(
    '/*',
    INSPECT,
    [
      'One container as Docker Engine keeps it: options, state and place on disk.',
      'An image of the same name is shown instead if no container has it.',
    ],
    [
      'Docker Engine이 기억하는 컨테이너 하나다. 옵션, 상태, 디스크에서의 자리가 있다.',
      '그 이름의 컨테이너가 없으면 같은 이름의 이미지가 나온다.',
    ],
  ),
  row(
    '/*/Id',
    INSPECT,
    [
      'ID of the container; runc and the shim know it by this name, too.',
      'The first twelve digits are enough only while no other begins alike.',
    ],
    [
      '컨테이너의 ID다. runc와 shim도 이 이름으로 안다.',
      '앞 열두 자리만으로는 앞이 같은 것이 생기면 가려지지 않는다.',
    ],
  ),
  row(
    '/*/Created',
    INSPECT,
    ['When docker create made it.', 'It is not when it started: State.StartedAt is.'],
    ['docker create로 만든 때다.', '시작한 때가 아니다. 그것은 State.StartedAt이다.'],
  ),
  row(
    '/*/Path',
    INSPECT,
    [
      'The program: first word of Entrypoint and Cmd together.',
      'A wrapper such as docker-init does not show here.',
    ],
    [
      '실행할 프로그램이다. Entrypoint와 Cmd를 이은 첫 낱말이다.',
      'docker-init처럼 감싸는 것은 여기 나오지 않는다.',
    ],
  ),
  row(
    '/*/Args',
    INSPECT,
    ['The words after the program.', 'Entrypoint’s and Cmd’s are no longer told apart.'],
    ['프로그램 뒤에 오는 인자들이다.', '어디까지가 Entrypoint이고 어디부터 Cmd인지는 알 수 없다.'],
  ),
  row(
    '/*/Args/*',
    INSPECT,
    ['One such word.', 'In shell form the whole command is one word after -c.'],
    ['그런 인자 하나다.', '셸 형식이면 -c 뒤에 명령 전체가 한 낱말로 온다.'],
  ),
  row(
    '/*/State',
    STATE,
    [
      'How it stands right now.',
      'It is a snapshot: a short-lived program may have ended meanwhile.',
    ],
    [
      '지금 어떤 상태인지 보여 준다.',
      '물어본 순간의 값이라, 짧게 도는 프로그램은 그사이 끝났을 수 있다.',
    ],
  ),
  row(
    '/*/State/Status',
    STATE,
    [
      'created, running, paused, restarting, removing, exited or dead.',
      'restarting again and again means that the program keeps ending.',
    ],
    [
      'created, running, paused, restarting, removing, exited, dead 가운데 하나다.',
      'restarting이 이어지면 프로그램이 자꾸 끝나는 것이다.',
    ],
  ),
  row(
    '/*/State/Running',
    STATE,
    ['Whether its first process lives.', 'It is true while paused, too.'],
    ['첫 프로세스가 살아 있는지 나타낸다.', '일시 정지 중에도 true다.'],
  ),
  row(
    '/*/State/Paused',
    STATE,
    [
      'Whether the cgroup is frozen.',
      'A paused program answers no signal but SIGKILL once it is thawed.',
    ],
    ['cgroup을 얼렸는지 나타낸다.', '얼린 프로그램은 녹일 때까지 신호에 답하지 못한다.'],
  ),
  row(
    '/*/State/Restarting',
    STATE,
    [
      'Whether the restart policy waits to start it again.',
      'The pause doubles each time, so a fixed program may still wait a minute.',
    ],
    [
      '재시작 정책이 다시 시작하려고 기다리는지 나타낸다.',
      '기다림이 매번 두 배가 되어, 고친 뒤에도 한참 기다릴 수 있다.',
    ],
  ),
  row(
    '/*/State/OOMKilled',
    STATE,
    [
      'Whether the kernel killed something in it for memory.',
      'A killed child counts as well, although the first process lives on.',
    ],
    [
      '메모리 때문에 커널이 그 안의 무언가를 죽였는지 나타낸다.',
      '자식만 죽어도 true가 되고 첫 프로세스는 살아 있을 수 있다.',
    ],
  ),
  row(
    '/*/State/Dead',
    STATE,
    ['Removing it failed half-way.', 'Its files are still there, mostly because a mount is busy.'],
    ['지우다가 실패한 상태다.', '대개 마운트가 쓰이는 중이라 파일이 남아 있다.'],
  ),
  row(
    '/*/State/Pid',
    STATE,
    [
      'Process ID of its first process on the host; 0 when it does not run.',
      'Behind Docker Desktop it is a number in the virtual machine.',
    ],
    [
      '호스트에서 본 첫 프로세스의 ID다. 돌지 않으면 0이다.',
      'Docker Desktop에서는 가상 머신 안의 번호다.',
    ],
  ),
  row(
    '/*/State/ExitCode',
    STATE,
    [
      'Exit code of the last run; 125 to 127 may be Docker’s own: not started, not executable, not found.',
      'While it runs, 0 is no success.',
    ],
    [
      '마지막 실행의 종료 코드다. 125, 126, 127은 시작 실패, 실행 불가, 찾지 못함을 뜻하는 Docker의 것일 수 있다.',
      '도는 동안의 0은 성공이라는 뜻이 아니다.',
    ],
  ),
  row(
    '/*/State/Error',
    STATE,
    [
      'Why it could not be started, in runc’s words.',
      'Empty when the program itself failed: look at its log.',
    ],
    [
      '시작하지 못한 까닭을 runc의 말로 적는다.',
      '프로그램이 스스로 실패했으면 비어 있다. 로그를 봐야 한다.',
    ],
  ),
  row(
    '/*/State/StartedAt',
    STATE,
    ['When it was last started.', 'It moves with each restart.'],
    ['마지막으로 시작한 때다.', '다시 시작할 때마다 바뀐다.'],
  ),
  row(
    '/*/State/FinishedAt',
    STATE,
    [
      'When it last ended; the year 0001 means never.',
      'For a running container it is about the run before.',
    ],
    ['마지막으로 끝난 때다. 0001년이면 끝난 적이 없다.', '도는 컨테이너라면 그 전 실행의 것이다.'],
  ),
  row(
    '/*/State/Health',
    STATE,
    [
      'The health check’s verdict and its last five results.',
      'Absent without a health check; Kubernetes never looks at it.',
    ],
    [
      '헬스 체크의 판정과 마지막 결과 다섯 개다.',
      '헬스 체크가 없으면 나오지 않고, Kubernetes는 보지 않는다.',
    ],
  ),
  row(
    '/*/Image',
    INSPECT,
    [
      'The image it was made from, by image ID: the config’s digest with the classic store.',
      'With the containerd store it is the manifest’s or index’s digest instead.',
    ],
    [
      '무엇으로 만들었는지 적은 이미지 ID다. 고전 저장소에서는 설정의 다이제스트다.',
      'containerd 저장소에서는 매니페스트나 인덱스의 다이제스트다.',
    ],
  ),
  row(
    '/*/ResolvConfPath',
    INSPECT,
    [
      'File on the host that is its /etc/resolv.conf.',
      'Edited there, Docker may overwrite it at the next start.',
    ],
    [
      '이 컨테이너의 /etc/resolv.conf가 되는 호스트의 파일이다.',
      '거기서 고치면 다음에 시작할 때 덮일 수 있다.',
    ],
  ),
  row(
    '/*/HostnamePath',
    INSPECT,
    [
      'File on the host that is its /etc/hostname.',
      'The kernel’s name comes from the runtime config, not from here.',
    ],
    [
      '이 컨테이너의 /etc/hostname이 되는 호스트의 파일이다.',
      '커널이 아는 이름은 여기가 아니라 런타임 설정에서 온다.',
    ],
  ),
  row(
    '/*/HostsPath',
    INSPECT,
    ['File on the host that is its /etc/hosts.', 'Lines that the image has there are hidden.'],
    ['이 컨테이너의 /etc/hosts가 되는 호스트의 파일이다.', '이미지에 적힌 줄은 가려진다.'],
  ),
  row(
    '/*/LogPath',
    INSPECT,
    [
      'File with its output, for the json-file driver.',
      'Without max-size it grows until the disk is full.',
    ],
    ['json-file 드라이버가 출력을 쌓는 파일이다.', 'max-size가 없으면 디스크가 찰 때까지 커진다.'],
  ),
  row(
    '/*/Name',
    INSPECT,
    [
      'Its name, with a slash in front from the days of links.',
      'The slash is no part of the name on the command line.',
    ],
    [
      '컨테이너의 이름이다. 앞의 빗금은 링크를 쓰던 때의 흔적이다.',
      '명령줄에서는 빗금을 빼고 적는다.',
    ],
  ),
  row(
    '/*/RestartCount',
    INSPECT,
    ['How often the restart policy started it again.', 'docker restart does not count.'],
    ['재시작 정책이 다시 시작한 횟수다.', 'docker restart는 세지 않는다.'],
  ),
  row(
    '/*/Driver',
    INSPECT,
    [
      'Storage driver: overlay2, or with the containerd store the snapshotter overlayfs.',
      'Images of another driver are not seen by this one.',
    ],
    [
      '스토리지 드라이버다. overlay2거나, containerd 저장소라면 스냅샷터 overlayfs다.',
      '다른 드라이버로 받은 이미지는 여기서 보이지 않는다.',
    ],
  ),
  row(
    '/*/Platform',
    INSPECT,
    ['Operating system that it runs on.', 'The CPU architecture is not said here.'],
    ['컨테이너가 도는 운영체제다.', 'CPU 아키텍처는 여기 나오지 않는다.'],
  ),
  row(
    '/*/MountLabel',
    INSPECT,
    ['SELinux label of its files.', 'Empty where SELinux is not used.'],
    ['파일에 붙은 SELinux 레이블이다.', 'SELinux를 쓰지 않으면 비어 있다.'],
  ),
  row(
    '/*/ProcessLabel',
    INSPECT,
    ['SELinux label of its processes.', 'Volumes without :z or :Z stay closed to it.'],
    ['프로세스에 붙은 SELinux 레이블이다.', ':z나 :Z 없이 붙인 볼륨은 열리지 않는다.'],
  ),
  row(
    '/*/AppArmorProfile',
    INSPECT,
    ['AppArmor profile, docker-default unless said.', 'unconfined means that nothing is checked.'],
    [
      'AppArmor 프로필이다. 따로 적지 않으면 docker-default다.',
      'unconfined면 아무것도 확인하지 않는다.',
    ],
  ),
  row(
    '/*/ExecIDs',
    INSPECT,
    ['docker exec sessions that are running, or null.', 'They end with the container.'],
    ['지금 도는 docker exec 세션이다. 없으면 null이다.', '컨테이너가 끝나면 함께 끝난다.'],
  ),
  row(
    '/*/HostConfig',
    HOST,
    [
      'What does not belong to the image: limits, ports, volumes, rights.',
      'Not kept by docker commit, so an image made that way loses it.',
    ],
    [
      '이미지에 속하지 않는 것이다. 한도, 포트, 볼륨, 권한이 있다.',
      'docker commit에 담기지 않아서 그렇게 만든 이미지에는 없다.',
    ],
  ),
  row(
    '/*/HostConfig/Runtime',
    HOST,
    [
      'Low-level runtime of the daemon’s list: runc, crun, runsc, nvidia.',
      'A name that the daemon does not know stops the start.',
    ],
    [
      '데몬이 아는 저수준 런타임 이름이다. runc, crun, runsc, nvidia 따위다.',
      '데몬이 모르는 이름이면 시작하지 못한다.',
    ],
  ),
  row(
    '/*/HostConfig/Memory',
    HOST,
    [
      'Memory limit in bytes; 0 is none. It becomes linux.resources.memory.limit.',
      'Without a limit the host itself runs out of memory.',
    ],
    [
      '메모리 한도를 바이트로 적는다. 0이면 없고, linux.resources.memory.limit이 된다.',
      '한도가 없으면 호스트의 메모리가 바닥난다.',
    ],
  ),
  row(
    '/*/HostConfig/MemorySwap',
    HOST,
    [
      'Memory and swap together; -1 allows swap without limit.',
      'Unset, it is twice the memory limit.',
    ],
    [
      '메모리와 스왑을 합친 Docker의 한도다. -1이면 스왑에 한도가 없다.',
      '정하지 않으면 메모리 한도의 두 배다.',
    ],
  ),
  row(
    '/*/HostConfig/NanoCpus',
    HOST,
    [
      '--cpus in billionths: 500000000 is half a CPU.',
      'It becomes a quota, so it throttles even on an idle host.',
    ],
    [
      '--cpus를 10억분의 1 단위로 적는다. 500000000이 CPU 반 개다.',
      'quota가 되므로 호스트가 놀아도 조인다.',
    ],
  ),
  row(
    '/*/HostConfig/CpuShares',
    HOST,
    ['Weight against other containers, 0 means 1024.', 'It limits nothing while CPUs are free.'],
    ['다른 컨테이너와 견주는 무게다. 0이면 1024다.', 'CPU가 남는 동안에는 아무것도 막지 않는다.'],
  ),
  row(
    '/*/HostConfig/PidsLimit',
    HOST,
    [
      'How many processes and threads; null or 0 is no limit.',
      'Reached, fork fails with “Resource temporarily unavailable”.',
    ],
    [
      '프로세스와 스레드를 몇 개까지 허용할지 정한다. null이나 0이면 한도가 없다.',
      '다 쓰면 fork가 “Resource temporarily unavailable”로 실패한다.',
    ],
  ),
  row(
    '/*/HostConfig/Binds',
    HOST,
    [
      'Bind mounts and volumes as host:container:options.',
      '/var/run/docker.sock among them is root on the host.',
    ],
    [
      'host:container:options 꼴의 바인드 마운트와 볼륨이다.',
      '/var/run/docker.sock이 끼면 호스트의 root를 내준 것이다.',
    ],
  ),
  row(
    '/*/HostConfig/Binds/*',
    HOST,
    ['One such mount.', 'A host path that does not exist is made as an empty folder.'],
    ['그런 마운트 하나다.', '호스트에 없는 경로면 빈 폴더로 만들어진다.'],
  ),
  row(
    '/*/HostConfig/NetworkMode',
    HOST,
    [
      'Network: default, bridge, host, none, a network’s name, or container:<id>.',
      'container:<id> is how a pod shares a network, done by hand.',
    ],
    [
      'default, bridge, host, none, 네트워크 이름, container:<id> 가운데 하나다.',
      'container:<id>는 파드가 네트워크를 나누는 방법을 손으로 한 것이다.',
    ],
  ),
  row(
    '/*/HostConfig/PortBindings',
    HOST,
    [
      'Ports to publish on the host, by container port.',
      'Docker opens them past ufw and other host firewalls.',
    ],
    ['호스트에 열 포트를 컨테이너 포트별로 적는다.', 'Docker는 ufw 같은 방화벽을 지나쳐 연다.'],
  ),
  row(
    '/*/HostConfig/RestartPolicy',
    HOST,
    [
      'When it is started again: no, always, unless-stopped, on-failure.',
      'The daemon does it, so it is off while the daemon is.',
    ],
    [
      'no, always, unless-stopped, on-failure 가운데 언제 다시 시작할지 정한다.',
      '데몬이 하는 일이라 데몬이 꺼져 있으면 되지 않는다.',
    ],
  ),
  row(
    '/*/HostConfig/RestartPolicy/Name',
    HOST,
    ['The policy’s name.', 'always also brings back what was stopped before the daemon restarted.'],
    ['재시작 정책의 이름이다.', 'always면 멈춰 둔 것도 데몬이 다시 뜰 때 살아난다.'],
  ),
  row(
    '/*/HostConfig/RestartPolicy/MaximumRetryCount',
    HOST,
    [
      'How often at most, for on-failure; 0 is for ever.',
      'Used with another policy it is an error.',
    ],
    [
      'on-failure일 때 몇 번까지 할지 정한다. 0이면 끝없이 한다.',
      '다른 정책과 함께 쓰면 오류가 난다.',
    ],
  ),
  row(
    '/*/HostConfig/AutoRemove',
    HOST,
    ['--rm: removes it when it ends.', 'Its log goes with it, and so does the reason of its end.'],
    ['--rm이다. 끝나면 지운다.', '로그도 함께 사라져 왜 끝났는지 알 수 없다.'],
  ),
  row(
    '/*/HostConfig/Privileged',
    HOST,
    [
      'All devices and capabilities, no seccomp, no AppArmor.',
      'It is no container any more in what matters for safety.',
    ],
    [
      '모든 장치와 권한을 주고 seccomp과 AppArmor를 끈다.',
      '안전의 눈으로 보면 더는 컨테이너가 아니다.',
    ],
  ),
  row(
    '/*/HostConfig/ReadonlyRootfs',
    HOST,
    [
      '--read-only: the root filesystem cannot be written.',
      'Programs want a --tmpfs /tmp beside it.',
    ],
    ['--read-only다. 루트 파일시스템에 쓸 수 없다.', '대개 --tmpfs /tmp를 함께 줘야 한다.'],
  ),
  row(
    '/*/HostConfig/CapAdd',
    HOST,
    ['Capabilities added to Docker’s fourteen.', 'ALL is privileged in all but name.'],
    ['Docker의 기본 열네 개에 더한 권한이다.', 'ALL이면 이름만 다를 뿐 privileged다.'],
  ),
  row(
    '/*/HostConfig/CapAdd/*',
    HOST,
    ['One added capability.', 'NET_ADMIN lets it rewrite its own firewall.'],
    ['더한 권한 하나다.', 'NET_ADMIN이면 제 방화벽을 고칠 수 있다.'],
  ),
  row(
    '/*/HostConfig/CapDrop',
    HOST,
    ['Capabilities taken from the default.', 'Dropped CAP_CHOWN stops many entrypoint scripts.'],
    ['기본에서 뺀 권한이다.', 'CAP_CHOWN을 빼면 멈추는 엔트리포인트 스크립트가 많다.'],
  ),
  row(
    '/*/HostConfig/CapDrop/*',
    HOST,
    ['One dropped capability.', 'It cannot be regained by sudo.'],
    ['뺀 권한 하나다.', 'sudo로도 되찾지 못한다.'],
  ),
  row(
    '/*/HostConfig/SecurityOpt',
    HOST,
    [
      'seccomp, AppArmor, SELinux and no-new-privileges, as options.',
      'seccomp=unconfined opens all system calls.',
    ],
    [
      'seccomp, AppArmor, SELinux, no-new-privileges 옵션이다.',
      'seccomp=unconfined면 모든 시스템 호출이 열린다.',
    ],
  ),
  row(
    '/*/HostConfig/PidMode',
    HOST,
    [
      'PID namespace: empty is its own, host shares the host’s.',
      'With host, ps inside shows everybody’s command lines.',
    ],
    [
      'PID 네임스페이스다. 비면 따로 갖고 host면 호스트의 것을 쓴다.',
      'host면 안의 ps에 모두의 명령줄이 보인다.',
    ],
  ),
  row(
    '/*/HostConfig/IpcMode',
    HOST,
    [
      'IPC namespace: private, shareable, host or container:<id>.',
      'private cannot be joined by another container.',
    ],
    [
      'private, shareable, host, container:<id> 가운데 하나인 IPC 네임스페이스다.',
      'private면 다른 컨테이너가 들어올 수 없다.',
    ],
  ),
  row(
    '/*/HostConfig/UsernsMode',
    HOST,
    [
      'host switches the daemon’s user remapping off for this one.',
      'Then root inside is root outside again.',
    ],
    [
      'host면 데몬의 사용자 재매핑을 이 컨테이너에서만 끈다.',
      '그러면 안의 root가 다시 밖의 root가 된다.',
    ],
  ),
  row(
    '/*/HostConfig/ShmSize',
    HOST,
    ['Bytes of /dev/shm, 64 MiB unless said.', 'Browsers and databases crash when it is full.'],
    ['/dev/shm의 크기다. 따로 적지 않으면 64 MiB다.', '다 차면 브라우저와 데이터베이스가 죽는다.'],
  ),
  row(
    '/*/HostConfig/Init',
    HOST,
    [
      '--init: docker-init is process 1 and reaps zombies.',
      'Without it a program that ignores its children fills the process table.',
    ],
    [
      '--init이다. docker-init이 1번 프로세스가 되어 좀비를 거둔다.',
      '없으면 자식을 거두지 않는 프로그램이 프로세스 표를 채운다.',
    ],
  ),
  row(
    '/*/HostConfig/LogConfig',
    HOST,
    [
      'Log driver and its options.',
      'With a driver that sends logs away, docker logs may show nothing.',
    ],
    [
      '로그 드라이버와 옵션이다.',
      '밖으로 보내는 드라이버면 docker logs에 아무것도 나오지 않을 수 있다.',
    ],
  ),
  row(
    '/*/HostConfig/LogConfig/Type',
    HOST,
    [
      'Name of the driver, json-file unless changed.',
      'A driver that blocks when its target is away blocks the program.',
    ],
    [
      '로그 드라이버의 이름이다. 따로 바꾸지 않으면 json-file이다.',
      '보낼 곳이 없을 때 막히는 드라이버면 프로그램도 막힌다.',
    ],
  ),
  row(
    '/*/HostConfig/LogConfig/Config',
    HOST,
    ['Options such as max-size.', 'Without them nothing is ever rotated.'],
    ['max-size 같은 로그 옵션이다.', '없으면 로그를 돌려 쓰지 않는다.'],
  ),
  row(
    '/*/GraphDriver',
    DRIVER,
    [
      'Where the root filesystem lies, by the storage driver.',
      'null with the containerd store, where snapshots took its place.',
    ],
    [
      '스토리지 드라이버가 루트 파일시스템을 어디에 두었는지 알려 준다.',
      'containerd 저장소에서는 스냅샷이 대신하므로 null이다.',
    ],
  ),
  row(
    '/*/GraphDriver/Name',
    DRIVER,
    ['Name of the storage driver.', 'The fields of Data depend on it.'],
    ['쓰인 스토리지 드라이버의 이름이다.', '이름에 따라 Data의 필드가 달라진다.'],
  ),
  row(
    '/*/GraphDriver/Data',
    DRIVER,
    [
      'What overlay mounts: the folders of a stack.',
      'Changed by hand while it runs, overlayfs does not notice reliably.',
    ],
    ['overlay로 쌓을 폴더들이다.', '도는 동안 손으로 고치면 overlayfs가 제대로 알아채지 못한다.'],
  ),
  row(
    '/*/GraphDriver/Data/LowerDir',
    DRIVER,
    [
      'The layers below, top first, joined by colons.',
      'They are shared with all containers of the image: writing there changes them all.',
    ],
    [
      '아래 레이어들을 위에서부터 콜론으로 이은 것이다.',
      '같은 이미지의 컨테이너가 함께 쓰므로 여기에 쓰면 모두 바뀐다.',
    ],
  ),
  row(
    '/*/GraphDriver/Data/UpperDir',
    DRIVER,
    ['What this container has written; docker diff reads it.', 'It is gone with docker rm.'],
    ['이 컨테이너가 쓴 것이 있는 폴더다. docker diff가 읽는다.', 'docker rm을 하면 사라진다.'],
  ),
  row(
    '/*/GraphDriver/Data/MergedDir',
    DRIVER,
    ['Where all is mounted as one: the container’s /.', 'Empty while the container does not run.'],
    ['모두 합쳐 마운트한 자리다. 컨테이너의 /가 된다.', '컨테이너가 돌지 않으면 비어 있다.'],
  ),
  row(
    '/*/GraphDriver/Data/WorkDir',
    DRIVER,
    ['Scratch space of overlayfs.', 'It must be on the filesystem of UpperDir.'],
    ['overlayfs가 쓰는 작업 공간이다.', 'UpperDir과 같은 파일시스템에 있어야 한다.'],
  ),
  row(
    '/*/GraphDriver/Data/ID',
    DRIVER,
    [
      'Name of the container’s own layer.',
      'Newer engines write it; scripts for older ones do not expect it.',
    ],
    ['컨테이너 자신의 레이어 이름이다.', '새 엔진만 적으므로 옛 스크립트는 예상하지 못한다.'],
  ),
  row(
    '/*/Mounts',
    MOUNT,
    [
      'What is mounted over the root filesystem.',
      'Anonymous volumes of the image are here, too, and stay after docker rm.',
    ],
    [
      '루트 파일시스템 위에 마운트한 것들이다.',
      '이미지가 만든 이름 없는 볼륨도 있고, docker rm 뒤에도 남는다.',
    ],
  ),
  row(
    '/*/Mounts/*',
    MOUNT,
    ['One mount of a volume, a host path or a tmpfs.', 'Its files are no part of docker commit.'],
    [
      '볼륨, 호스트 경로, tmpfs 가운데 하나의 마운트다.',
      '그 안의 파일은 docker commit에 담기지 않는다.',
    ],
  ),
  row(
    '/*/Mounts/*/Type',
    MOUNT,
    ['bind, volume, tmpfs, image or npipe.', 'A bind mount depends on this very host.'],
    ['bind, volume, tmpfs, image, npipe 가운데 하나다.', 'bind면 바로 이 호스트에 매인다.'],
  ),
  row(
    '/*/Mounts/*/Source',
    MOUNT,
    ['Path on the host.', 'Deleted there, it is missing in the container.'],
    ['호스트에서의 경로다.', '거기서 지우면 컨테이너에서도 없다.'],
  ),
  row(
    '/*/Mounts/*/Destination',
    MOUNT,
    ['Path in the container.', 'It hides what the image has there.'],
    ['컨테이너에서의 경로다.', '이미지의 파일이 그 뒤로 가려진다.'],
  ),
  row(
    '/*/Mounts/*/RW',
    MOUNT,
    ['Whether it can be written.', 'With true, root inside writes as root outside.'],
    ['쓸 수 있는지 나타낸다.', 'true면 안의 root가 밖의 root로 쓴다.'],
  ),
  row(
    '/*/NetworkSettings',
    NETWORK,
    ['Addresses and ports it got.', 'Empty when it does not run.'],
    ['받은 주소와 포트다.', '돌지 않으면 비어 있다.'],
  ),
  row(
    '/*/NetworkSettings/Ports',
    NETWORK,
    [
      'Where each port is reached on the host; null if it is not published.',
      'EXPOSE alone publishes nothing.',
    ],
    [
      '포트마다 호스트의 어디로 닿는지 적는다. 열지 않았으면 null이다.',
      'EXPOSE만으로는 열리지 않는다.',
    ],
  ),
  row(
    '/*/NetworkSettings/Networks',
    NETWORK,
    [
      'Each network it belongs to, by name.',
      'Names are found by DNS only in networks that a user made.',
    ],
    [
      '속한 네트워크를 이름별로 적는다.',
      '이름으로 서로 찾는 것은 사용자가 만든 네트워크에서만 된다.',
    ],
  ),
  row(
    '/*/NetworkSettings/SandboxKey',
    NETWORK,
    [
      'File of its network namespace.',
      'ip netns does not list it: it lies elsewhere than that tool looks.',
    ],
    [
      '네트워크 네임스페이스의 파일이다.',
      'ip netns에는 나오지 않는다. 그 도구가 보는 자리가 아니다.',
    ],
  ),
]
